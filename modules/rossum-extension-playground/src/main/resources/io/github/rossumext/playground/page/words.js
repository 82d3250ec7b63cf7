// What a user reads for the words of the protocol.
export const STATUSES = {
  created: 'Created',
  importing: 'Importing',
  failed_import: 'Failed import',
  split: 'Split',
  to_review: 'To review',
  reviewing: 'Reviewing',
  in_workflow: 'In workflow',
  confirmed: 'Confirmed',
  exporting: 'Exporting',
  exported: 'Exported',
  failed_export: 'Failed export',
  postponed: 'Postponed',
  rejected: 'Rejected',
  deleted: 'Deleted',
  purged: 'Purged',
};

export function statusInWords(status) {
  return STATUSES[status] ?? status;
}

const ACTS = {
  edit: 'an edit', click: 'a click', add: 'a new row', remove_row: 'a removal', remove_value: 'a removal', visit: 'a look',
  confirm: 'Confirm', export: 'the export', open: 'the import', start: 'opening', startOver: 'the import',
  paste: 'the import', step: 'the step', rehearsal: 'the test', reload: 'the new build', repeat: 'the request',
};

export function actInWords(name) {
  return ACTS[name] ?? (name.startsWith('send_') || name === 'again' ? 'the event' : name);
}

/** Returns a number with its noun, such as "2 errors". */
export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Returns a time as it is read: a poll makes a request take minutes. */
export function timeInWords(milliseconds) {
  return milliseconds < 10000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

export function sizeInWords(bytes) {
  return bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
