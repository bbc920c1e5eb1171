/** Time as the daemon has it: monotonic, in ms. */
export interface Timekeeper {
  monotonic(): number;
  delay(ms: number, signal?: AbortSignal): Promise<void>;
}
