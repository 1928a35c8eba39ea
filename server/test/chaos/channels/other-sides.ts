import { MailServer } from './mail-server.ts';
import { PushService } from './push-service.ts';
import { TextProvider } from './text-provider.ts';

/** Whoever takes what is sent besides the inbox: one for each channel. Another channel has its own here. */
export class OtherSides {
  readonly EMAIL: MailServer;
  readonly SMS: TextProvider;
  readonly PUSH: PushService;

  private constructor(mail: MailServer, texts: TextProvider, pushes: PushService) {
    this.EMAIL = mail;
    this.SMS = texts;
    this.PUSH = pushes;
  }

  static async open(): Promise<OtherSides> {
    return new OtherSides(await MailServer.open(), await TextProvider.open(), await PushService.open());
  }

  /** At once, and nearly as many as there are: the cap of an hour is passed over by `letHoursPass`. */
  get settings(): Record<string, string> {
    return {
      SMTP_URL: this.EMAIL.url,
      EMAIL_AFTER_MINUTES: '0',
      EMAILS_PER_HOUR: '1000',
      SMS_PER_HOUR: '100',
      SMS_PER_DAY: '1000000',
      PUSHES_PER_HOUR: '1000',
      ...this.SMS.settings,
      ...this.PUSH.settings,
    };
  }

  async close(): Promise<void> {
    await Promise.all([this.EMAIL.down(), this.SMS.down(), this.PUSH.down()]);
  }
}
