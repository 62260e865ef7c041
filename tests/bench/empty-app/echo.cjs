// Answers every call with what the page gave it to keep, so that both ways carry as many bytes as the product's.
let kept = null;
process.parentPort.on('message', ({ ports: [port] }) => {
  port.on('message', ({ data: { id, call, input } }) => {
    if (call === 'keep') kept = input;
    port.postMessage({ kind: 'answer', id, answer: kept });
  });
  port.start();
});
