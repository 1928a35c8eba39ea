/** Below it is everything of the sign-in at a provider, and its cookie. */
export const OIDC_PATH = '/sign-in/oidc';
/** The web client's own page. */
export const SIGN_IN_PATH = '/sign-in';
export const CALLBACK_PATH = `${OIDC_PATH}/callback`;
