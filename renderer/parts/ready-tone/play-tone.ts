const HERTZ = 587;
/** Audible beside a conversation, and not in the next room. */
const LOUDNESS = 0.12;
const RISES_SECONDS = 0.04;
const LASTS_SECONDS = 0.7;
/** An exponential fall never reaches nothing. */
const SILENCE = 0.0001;

/** A soft, short tone, which the Web Audio API makes: there is no file to play. */
export function playTone(): void {
  const audio = new AudioContext();
  const from = audio.currentTime;
  const until = from + LASTS_SECONDS;
  const loudness = audio.createGain();
  // It neither begins nor ends with a click.
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, from + RISES_SECONDS);
  loudness.gain.exponentialRampToValueAtTime(SILENCE, until);
  const tone = audio.createOscillator();
  tone.frequency.value = HERTZ;
  tone.connect(loudness).connect(audio.destination);
  // It holds a device and a thread as long as it is open.
  tone.addEventListener('ended', () => void audio.close());
  tone.start(from);
  tone.stop(until);
}
