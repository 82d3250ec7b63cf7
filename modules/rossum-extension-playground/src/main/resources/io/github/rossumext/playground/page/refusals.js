// The reasons why something was not done, which show until something else is.
import {useRef, useState} from './dom.js';
import {store} from './store.js';

const NONE = [];

/** Returns the reasons, and the function that sets them: the same one for all renderings. */
export function useRefusals() {
  const [refused, setRefused] = useState({reasons: NONE, version: 0});
  const set = useRef(reasons => setRefused({reasons, version: store.version}));
  return [refused.version === store.version ? refused.reasons : NONE, set.current];
}
