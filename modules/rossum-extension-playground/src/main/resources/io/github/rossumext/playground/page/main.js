import {App} from './app.js';
import {h, render} from './dom.js';
import {connect} from './connection.js';
import {goToNeighbour, placeOf} from './keep-place.js';
import {subscribe} from './store.js';

const root = document.getElementById('app');

/** Renders the page. The field that the user is in stays where it is on the screen. */
function show() {
  root.querySelector('.loading')?.remove();
  const field = document.activeElement;
  const scroller = field?.closest('.sections');
  const top = scroller && field.getBoundingClientRect().top;
  const place = placeOf(field);
  render(h(App), root);
  goToNeighbour(field, place);
  if (scroller?.isConnected && field.isConnected) {
    scroller.scrollTop += field.getBoundingClientRect().top - top;
  }
}

subscribe(show);
connect().catch(error => {
  root.textContent = error.message;
});
