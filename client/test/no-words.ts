// Stands for every part of a catalogue: tests have learned the whole of it before (words.ts).
export default {};
