/** Wall-clock milliseconds of stages that follow each other. */
export interface Stopwatch<Stage extends string> {
  /** Ends the stage before. */
  begin(stage: Stage): void;
  /** Ends the last stage and gives all of them. */
  stop(): Partial<Record<Stage, number>>;
  /** Since the start, whatever was stopped. */
  total(): number;
}

export function startStopwatch<Stage extends string>(): Stopwatch<Stage> {
  const started = performance.now();
  const stages: Partial<Record<Stage, number>> = {};
  let current: { readonly stage: Stage; readonly since: number } | undefined;
  const end = (): void => {
    if (current) stages[current.stage] = rounded(performance.now() - current.since);
  };
  return {
    begin(stage) {
      end();
      current = { stage, since: performance.now() };
    },
    stop() {
      end();
      current = undefined;
      return stages;
    },
    total: () => rounded(performance.now() - started),
  };
}

/** To a tenth: planning a talk takes less than one. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
