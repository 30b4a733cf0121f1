// Where the chamber can be asked: what src/components/contact.rs shows, and nothing that could run.

/** Whether an address leads to a page, a mailbox or a telephone. */
export function isAddress(text) {
  return /^(https?:\/\/|mailto:|tel:)/.test(text);
}

/** Whether a text is a telephone number. */
export function isTelephone(text) {
  return /^(?=.*\d)[\d+\-() ]+$/.test(text);
}
