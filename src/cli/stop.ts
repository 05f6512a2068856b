/** An end that was foreseen: its message is one sentence for the person at the terminal. */
export class Stop extends Error {
  constructor(sentence: string) {
    super(sentence)
    this.name = 'Stop'
  }
}
