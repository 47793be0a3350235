/** Brings the page of a run to life. */
export function runPage(): void {
  document.documentElement.classList.add('scripted');
}
