/** A whole number with commas between its thousands: `2,216`. */
export function groupedDigits(count: number): string {
  // Not toLocaleString: its first call loads the tables of every language.
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
