// The bundler's constant, for modules that read it as soon as they are there: the bench runs from sources. Imported first.
Object.assign(globalThis, { __EVALUATION__: true });
