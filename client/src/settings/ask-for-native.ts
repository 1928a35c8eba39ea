import { turnNativeOn } from '../browser/native-permission.ts';
import { say } from '../words/words.ts';

/** Asks for the system's notifications; the first shows at once. Call it from a click only. */
export const askForNative = (): void =>
  void turnNativeOn({ title: say('native.on'), body: say('native.example') });
