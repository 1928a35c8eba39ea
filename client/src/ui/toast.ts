import { notifications } from '@mantine/notifications';

const READING_TIME = 6_000;

/** Something failed and was undone: say why, calmly. */
export function toastFailure(what: string, why: string): void {
  notifications.show({ title: what, message: why, color: 'red', autoClose: READING_TIME });
}

export function toastQuietly(message: string): void {
  notifications.show({ message, autoClose: READING_TIME });
}
