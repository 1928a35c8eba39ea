import type { Catalogue } from '../../catalogue/catalogue.ts';
import { canonical, checkSubjectRef, type SubjectRef } from '../../inbox/subject.ts';
import { badInput } from '../../platform/errors.ts';
import { checkWord } from '../../platform/input.ts';
import { checkTimeZone } from '../../preferences/clock/time-zone.ts';
import { checkDigestTime } from '../../preferences/digest-time-input.ts';
import { checkDoNotDisturb } from '../../preferences/do-not-disturb-input.ts';
import { checkQuietHours } from '../../preferences/quiet-hours-input.ts';
import { Pace } from '../../preferences/pace.ts';
import type { PreferenceChange } from './preference-change.ts';
import type { PreferenceChangeInput } from './rehearsal-input.type.ts';

/**
 * The one change that is asked about, if it could be made.
 * @throws BAD_USER_INPUT for none or several, and for what the mutation that makes it would refuse
 */
export function checkChange(input: PreferenceChangeInput, catalogue: Catalogue, now: Date): PreferenceChange {
  const said = Object.values(input).filter((one) => one !== null && one !== undefined && one !== false);
  if (said.length !== 1) throw badInput('change must say exactly one thing', 'change');
  const { channel, pace, mute, unmute, quietHours, doNotDisturb, digestTime, timeZone } = input;
  if (channel) {
    const category = catalogue.category(checkWord('category', channel.category, 100));
    const isOn = channel.isOn ?? category.channels[channel.channel];
    return { kind: 'channel', category: category.name, channel: channel.channel, isOn };
  }
  if (pace) {
    const category = checkWord('category', pace.category, 100);
    const chosen = pace.pace === undefined || pace.pace === Pace.NOW ? null : pace.pace;
    return { kind: 'pace', category, channel: pace.channel, pace: chosen };
  }
  if (mute) return { kind: 'mute', subject: checked(mute), isMuted: true };
  if (unmute) return { kind: 'mute', subject: checked(unmute), isMuted: false };
  if (quietHours) {
    const { from = null, until = null, weekdays = null } = quietHours;
    return { kind: 'quietHours', interval: checkQuietHours({ from, until, weekdays }), weekdays };
  }
  if (doNotDisturb) {
    const { until = null } = doNotDisturb;
    checkDoNotDisturb(until);
    return { kind: 'doNotDisturb', from: now.getTime(), until: until === null ? null : Date.parse(until) };
  }
  if (digestTime) {
    const { hour = null, weekday = null } = digestTime;
    return { kind: 'clock', terms: checkDigestTime({ hour, weekday }) };
  }
  if (typeof timeZone === 'string') {
    checkTimeZone(timeZone);
    return { kind: 'clock', terms: { timeZone } };
  }
  return { kind: 'defaults' };
}

function checked(subject: SubjectRef): SubjectRef {
  checkSubjectRef(subject);
  const { type, id } = canonical(subject);
  return { type, id };
}
