import {App} from './app.js';
import {h, render} from './dom.js';
import {connect} from './connection.js';
import {subscribe} from './store.js';

const root = document.getElementById('app');

function show() {
  root.querySelector('.loading')?.remove();
  render(h(App), root);
}

subscribe(show);
connect().catch(error => {
  root.textContent = error.message;
});
