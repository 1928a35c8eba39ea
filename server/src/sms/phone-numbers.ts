import { randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { Channel } from '../catalogue/category.ts';
import { takeOfDay } from '../delivery/day-cap.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import type { RateLimit, RateLimits } from '../platform/broker/rate-limit.ts';
import { badInput, PublicError } from '../platform/errors.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';
import type { Seals, Secrets } from '../platform/secrets.ts';
import { deliveryTermsOf } from '../preferences/delivery-terms.ts';
import type { PreferencesService } from '../preferences/preferences.service.ts';
import { checkPhoneNumber } from './phone-number.ts';
import type { SmsProvider } from './provider.ts';
import { smsWording } from './wording.ts';

/** A reader's number, as they may know. */
export interface PhoneNumber {
  readonly userId: string;
  /** E.164. */
  readonly number: string;
  readonly isConfirmed: boolean;
  /** Its owner has answered STOP. */
  readonly isStopped: boolean;
}

export interface SmsService {
  readonly channel: OutgoingChannel;
  readonly countries: readonly string[];
  /** Undefined where this installation sends no text messages. */
  readonly provider: Pick<SmsProvider, 'send'> | undefined;
}

const CODE_MINUTES = 10;
const MAX_TRIES = 5;
const CODES_AN_HOUR = 3;
const HOUR_SECONDS = 60 * 60;
const SEAL_BYTES = 32;

/** Whose a number is: nothing goes to one before its owner has said the code that came there. */
export class PhoneNumbers {
  private readonly seals: Seals;
  private readonly perUser: RateLimit;
  private readonly perNumber: RateLimit;

  constructor(
    private readonly database: Database,
    private readonly preferences: PreferencesService,
    private readonly service: SmsService,
    { secrets, limits }: { secrets: Secrets; limits: RateLimits },
  ) {
    this.seals = secrets.seals('carillon phone number', SEAL_BYTES);
    const limit = (name: string) => limits.limit({ name, points: CODES_AN_HOUR, seconds: HOUR_SECONDS });
    this.perUser = limit('sms-code:user');
    this.perNumber = limit('sms-code:number');
  }

  async of(userIds: readonly string[]): Promise<PhoneNumber[]> {
    return this.database.query<PhoneNumber>(
      `select user_id as "userId", number, confirmed_at is not null as "isConfirmed", stopped_at is not null as "isStopped"
       from phone_numbers where user_id = any($1)`,
      [userIds],
    );
  }

  async remove(userId: string): Promise<void> {
    await this.preferences.change(userId, (sql) =>
      sql.query('delete from phone_numbers where user_id = $1', [userId]),
    );
  }

  /**
   * Keeps the number and sends a code there, which the user has ten minutes to say. What they had before is theirs no
   * more. Nothing happens for the number that they have confirmed.
   * @throws BAD_USER_INPUT, RATE_LIMITED after three codes in an hour for the user or the number,
   *   SERVICE_UNAVAILABLE when none can be sent
   */
  async set(userId: string, text: string): Promise<void> {
    const { provider, channel, countries } = this.service;
    if (!provider) throw badInput('This installation sends no text messages', 'number');
    const number = checkPhoneNumber(text, countries);
    const [known] = await this.of([userId]);
    if (known?.isConfirmed && known.number === number) return;
    await this.perUser.take(userId);
    await this.perNumber.take(number);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await this.preferences.change(userId, async (sql) => {
      if (await takeOfDay(sql, channel, new Date())) throw notNow();
      await keep(sql, userId, number, this.sealed(userId, number, code));
    });
    const { language } = await deliveryTermsOf(this.database, userId);
    const sent = await provider.send({ id: uuidv7(), to: number, body: smsWording[language].code(code) });
    if (!sent.isSent) throw notNow();
  }

  /** @throws BAD_USER_INPUT for a wrong code, and for any after five tries or ten minutes */
  async confirm(userId: string, code: string): Promise<void> {
    let isRight = false;
    await this.preferences.change(userId, async (sql) => {
      const [asked] = await sql.query<{ number: string; hash: string }>(
        `update phone_numbers set code_tries = code_tries + 1
         where user_id = $1 and code_expires_at > now() and code_tries < $2
         returning number, code_hash as hash`,
        [userId, MAX_TRIES],
      );
      isRight =
        asked !== undefined &&
        this.seals.fits(Buffer.from(asked.hash, 'base64'), sealedText(userId, asked.number, code.trim()));
      if (isRight)
        await sql.query(
          `update phone_numbers set confirmed_at = now(), code_hash = null, code_expires_at = null where user_id = $1`,
          [userId],
        );
    });
    // Only now, or the try would not count.
    if (!isRight) throw badInput('That is not the code, or it does not hold any more', 'code');
  }

  /** What somebody has answered: it is about all who have the number. Twice is once. */
  async setStopped(number: string, isStopped: boolean): Promise<void> {
    const owners = await this.database.query<{ userId: string }>(
      `select user_id as "userId" from phone_numbers where number = $1 and confirmed_at is not null
       order by user_id limit 100`,
      [number],
    );
    for (const { userId } of owners)
      await this.preferences.change(userId, (sql) =>
        sql.query(
          `update phone_numbers set stopped_at = case when $3 then coalesce(stopped_at, now()) end
           where user_id = $1 and number = $2`,
          [userId, number, isStopped],
        ),
      );
  }

  private sealed(userId: string, number: string, code: string): string {
    return this.seals.make(sealedText(userId, number, code)).toString('base64');
  }
}

const sealedText = (userId: string, number: string, code: string) => JSON.stringify([userId, number, code]);

const notNow = () =>
  new PublicError('SERVICE_UNAVAILABLE', 'No text message can be sent now; try again later', {
    channel: Channel.SMS,
  });

async function keep(sql: Sql, userId: string, number: string, hash: string): Promise<void> {
  await sql.query(
    `insert into phone_numbers (user_id, number, code_hash, code_expires_at)
     values ($1, $2, $3, now() + make_interval(mins => ${CODE_MINUTES}))
     on conflict (user_id) do update set number = $2, confirmed_at = null, stopped_at = null, code_hash = $3,
       code_expires_at = excluded.code_expires_at, code_tries = 0`,
    [userId, number, hash],
  );
}
