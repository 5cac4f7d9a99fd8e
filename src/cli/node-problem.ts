/** The oldest Node that Lectern runs on, as `engines` of package.json says. */
const oldest = [20, 19] as const;

/** What to do about this version of Node ("v20.11.0"); undefined when it is new enough. */
export function nodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined;
  return `Lectern needs Node ${oldest.join('.')} or newer: https://nodejs.org`;
}
