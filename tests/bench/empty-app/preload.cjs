// The least bridge over which a page can call: a port, and answers paired with calls.
const { contextBridge, ipcRenderer } = require('electron');

let port = null;
let lastId = 0;
const waiting = new Map();
ipcRenderer.on('port', (event) => {
  [port] = event.ports;
  port.onmessage = ({ data }) => {
    waiting.get(data.id)(data.answer);
    waiting.delete(data.id);
  };
});
// Named as the product's, so that one and the same function in the page measures both.
contextBridge.exposeInMainWorld('counterfoil', {
  call(name, input) {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      port.postMessage({ id, call: name, input });
    });
  },
});
