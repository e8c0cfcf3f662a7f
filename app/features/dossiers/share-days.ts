/** How long a link may hold. Apart from the schemas, which stay on the server: the page asks for it too. */
export const shareDays = [7, 30, 90] as const;
export type ShareDays = (typeof shareDays)[number];
