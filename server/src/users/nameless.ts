/** Of a person who was erased, where a name must stand. Nobody else's is blank: whoever shows it says "somebody". */
export const NAMELESS = '';

/** In the place of an id, where a row must have one: a user whom no token can name. */
export const NOBODY = 'own\tnobody';

/** An admin's sends are kept by this name, in SQL with their id as `$1`; see `senderOf`. */
export const theirSender = `E'user\\t' || $1::text`;
/** In its place afterwards. Nobody can send by it. */
export const namelessSender = `E'user\\t'`;
/** NOBODY in SQL. */
export const nobody = `E'own\\tnobody'`;
