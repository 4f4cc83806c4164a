/** How long a call takes. */

/** `04:05`, or `1:04:05` from one hour on. @param milliseconds - the duration */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts = [minutes, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return (hours === 0 ? parts : [hours, ...parts]).join(':');
}
