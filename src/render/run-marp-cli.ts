/** Runs marp-cli's command line in this process, with no configuration but these arguments. */
export async function runMarpCli(argv: readonly string[]): Promise<void> {
  const { marpCli } = await import('@marp-team/marp-cli');
  const status = await withoutInfo(() => marpCli([...argv, '--no-config-file']));
  if (status !== 0) throw new Error(`marp-cli ended with status ${status}`);
}

/** marp-cli reports its progress as warnings, and has no switch against it. Everything else passes. */
async function withoutInfo<T>(work: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('[  INFO ]')) warn(...words);
  };
  try {
    return await work();
  } finally {
    console.warn = warn;
  }
}
