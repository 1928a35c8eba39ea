/** Where the provider tells what was answered: the operator names it there. */
export const ANSWER_PATH = '/sms/answers';
/** Where it tells what became of a message: each message names its own. */
export const receiptPath = (messageId: string): string => `/sms/receipts/${messageId}`;
