/** Below it is everything of the sign-in at a provider, and its cookie. */
export const OIDC_PATH = '/sign-in/oidc';
export const CALLBACK_PATH = `${OIDC_PATH}/callback`;
