// A text that the user edits: what they have typed stays until the server has it.
import {act} from './connection.js';
import {useRef, useState} from './dom.js';

/**
 * Returns the text to show, and what happens to it. While the response to an edit is awaited, the
 * user may type on: then the newer text stays.
 *
 * @param onRefused gets the reasons why a text was not taken; none if it was
 */
export function useEdit(field, onRefused = () => {}) {
  const [draft, setDraft] = useState(null);
  const [refusals, setRefusals] = useState([]);
  const sent = useRef(null);
  const newest = useRef(null);

  function type(text) {
    newest.current = text;
    setDraft(text);
  }

  function restore() {
    type(null);
    setRefusals([]);
  }

  /** Sends a text that is not the field's. Returns whether there was one to send. */
  function commit(text = newest.current) {
    if (text === null || text === sent.current) {
      return text !== null;
    }
    if (text === field.text && sent.current === null) {
      type(null);
      return false;
    }
    sent.current = text;
    act('edit', {key: field.key, text}).then(reasons => {
      sent.current = null;
      setRefusals(reasons);
      onRefused(reasons);
      if (newest.current === text) {
        type(null);
      }
    });
    return true;
  }

  return {
    text: draft ?? field.text,
    isChanged: draft !== null && draft !== field.text,
    refusals,
    type,
    restore,
    commit,
  };
}
