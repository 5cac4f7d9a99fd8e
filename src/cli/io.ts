/** What a command sees of the process, so that tests can stand in its place. */
export interface Io {
  readonly stdout: Out;
  readonly stderr: Out;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Out {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** https://no-color.org: any non-empty value turns colour off. */
export function colorOf(out: Out, env: Io['env']): 'color' | 'plain' {
  return out.isTTY && !env.NO_COLOR && env.TERM !== 'dumb' ? 'color' : 'plain';
}
