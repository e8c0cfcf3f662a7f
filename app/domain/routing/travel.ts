/** Minutes by car between district centres. Either direction may be given; the diagonal is the mean way inside a district. */
export type TravelMatrix = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Minutes between two district centres, in either direction of the matrix; null: not in the matrix. */
export function minutesBetween(matrix: TravelMatrix, from: string, to: string): number | null {
  return matrix[from]?.[to] ?? matrix[to]?.[from] ?? null;
}

/** Minutes from the nearest of a provider's sites to the district of a case; null: no site with a known way. */
export function travelMinutes(matrix: TravelMatrix, sites: readonly string[], district: string): number | null {
  let nearest: number | null = null;
  for (const site of sites) {
    const minutes = minutesBetween(matrix, site, district);
    if (minutes !== null && (nearest === null || minutes < nearest)) nearest = minutes;
  }
  return nearest;
}
