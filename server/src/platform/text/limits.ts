// How long texts may be, in UTF-16 units: for whoever checks them, whoever describes them, and whoever types them.

/** Of a notification, and of what it is about. */
export const MAX_TITLE = 200;
/** How a subject is called. */
export const MAX_LABEL = 200;
/** Of who did something. */
export const MAX_NAME = 200;
/** Why something was decided so. */
export const MAX_REASON = 2_000;
