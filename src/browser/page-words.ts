/** What the script of a presentation says and writes, in the deck's language. Its page has them as JSON. */
export interface PageWords {
  readonly slide: string;
  readonly previous: string;
  readonly next: string;
  readonly overview: string;
  readonly presenter: string;
  readonly close: string;
  readonly larger: string;
  readonly smaller: string;
  readonly time: string;
  readonly elapsed: string;
}
