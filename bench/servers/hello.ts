import express from 'express';

// what starts and how much memory it takes when there is nothing but Express
express()
  .get('/readyz', (_req, res) => void res.json({ status: 'ok' }))
  .listen(Number(process.argv[2]), '127.0.0.1');
