/**
 * The keys of a German file with any text behind them. An English file `satisfies` it, so that a missing or an extra key
 * does not compile.
 */
export type Shape<German> = { readonly [Key in keyof German]: German[Key] extends string ? string : Shape<German[Key]> };
