// The connection to the server: acts go there one after another, and changes come back.
import {applyView, setLink, store} from './store.js';

const token = location.hash.slice(1);
let acts = Promise.resolve();
let synced = Promise.resolve();
let isSyncWaiting = false;

/** Fetches something; throws with a text for the user if that fails. */
export async function fetchApi(path, options = {}) {
  let response;
  try {
    response = await fetch(path, {...options, headers: {'X-Playground-Token': token}});
  } catch {
    throw new Error('The playground does not respond. Is it still running?');
  }
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response;
}

/** Brings the page up to date. Calls during a call are one more call after it. */
function sync() {
  if (!isSyncWaiting) {
    isSyncWaiting = true;
    synced = synced.catch(() => {}).then(() => {
      isSyncWaiting = false;
      return fetchView();
    });
  }
  return synced;
}

async function fetchView() {
  const known = store.document ? `?document=${store.document}&version=${store.version}` : '';
  applyView(await (await fetchApi('api/view' + known)).json());
}

/**
 * Lets the user do something, after what was done before it. Returns the reasons why it was not
 * done, when the page shows the result.
 */
export function act(name, parameters = {}) {
  const done = acts.then(async () => {
    const body = JSON.stringify({act: name, ...parameters});
    const {refusals} = await (await fetchApi('api/act', {method: 'POST', body})).json();
    await sync();
    return refusals;
  }).catch(error => [error.message]);
  acts = done;
  return done;
}

/** Asks about the scenario, or saves it, after everything that was done so far. */
export async function askScenario(body) {
  await settled();
  const options = body && {method: 'POST', body: JSON.stringify(body)};
  return (await fetchApi('api/scenario', options)).json();
}

/** Returns when everything that was done so far has its response on the page. */
export function settled() {
  return acts;
}

/** Shows the document, and follows its changes: another tab may make some. */
export async function connect() {
  await fetchView();
  const events = new EventSource('api/events?token=' + encodeURIComponent(token));
  events.onmessage = event => {
    const {version, busy, isEnd} = JSON.parse(event.data);
    setLink(isEnd ? 'ended' : 'open', busy);
    if (isEnd) {
      events.close();
    } else if (version !== store.version && !busy) {
      sync().catch(() => setLink('lost', ''));
    }
  };
  events.onerror = () => setLink('lost', '');
}
