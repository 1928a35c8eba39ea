// The two sounds that an arrival can make, as sums of sines that fade: the same bytes wherever they are made.

type Tone = { hertz: number; /** In seconds. */ from: number; fades: number; loudness: number };

/** Low enough for a few kB, and high enough for these tones: nothing in them reaches half of it. */
const RATE = 8_000;
const LENGTH = 0.45;
/** Both begin and end without a click. */
const RISE = 0.004;
const FALL = 0.08;

/** A struck bell: a tone with the partials that make it metal. */
const BELL: Tone[] = [
  { hertz: 880, from: 0, fades: 0.16, loudness: 0.5 },
  { hertz: 1_760, from: 0, fades: 0.1, loudness: 0.22 },
  { hertz: 2_429, from: 0, fades: 0.06, loudness: 0.14 },
  { hertz: 3_581, from: 0, fades: 0.03, loudness: 0.08 },
];

/** Two soft tones, the second a fourth above the first. */
const CHIME: Tone[] = [
  { hertz: 587.33, from: 0, fades: 0.12, loudness: 0.45 },
  { hertz: 1_174.66, from: 0, fades: 0.05, loudness: 0.1 },
  { hertz: 783.99, from: 0.13, fades: 0.14, loudness: 0.45 },
  { hertz: 1_567.98, from: 0.13, fades: 0.06, loudness: 0.1 },
];

/** Each file by its name: WAV, which every browser plays. */
export function composeSounds(): Map<string, Buffer> {
  return new Map([
    ['bell.wav', wav(BELL)],
    ['chime.wav', wav(CHIME)],
  ]);
}

/** One channel of unsigned bytes, 128 being silence. */
function wav(tones: Tone[]): Buffer {
  const samples = Buffer.from(
    Array.from(
      { length: LENGTH * RATE },
      (_, index) => 128 + Math.round(127 * sampleAt(tones, index / RATE)),
    ),
  );
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // not compressed
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}

function sampleAt(tones: Tone[], at: number): number {
  const sum = tones
    .filter(({ from }) => at >= from)
    .map(({ hertz, from, fades, loudness }) => {
      const since = at - from;
      const envelope = Math.min(since / RISE, 1) * Math.exp(-since / fades);
      return loudness * envelope * Math.sin(2 * Math.PI * hertz * since);
    })
    .reduce((all, one) => all + one, 0);
  return sum * Math.min((LENGTH - at) / FALL, 1);
}
