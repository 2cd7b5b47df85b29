// A Bluesky network of its own on this machine: directory, personal data server and app view.
//
// Prints one line `READY {...}` with its addresses and the secret that it signs
// sessions with, then obeys one command a line on standard
// input: `stop` takes the data server down, `start` brings it back on the same port with the same
// accounts. Each is answered by `STOPPED` or `STARTED`. Ends when standard input closes.

import net from 'node:net'
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

// The packages listen on every interface; nobody else in the building is to see this network.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  const [first] = args
  if (first !== null && typeof first === 'object' && 'port' in first) {
    return listen.call(this, { host: '127.0.0.1', ...first }, ...args.slice(1))
  }
  if (/^\d+$/.test(String(first))) {
    const done = args.filter((argument) => typeof argument === 'function')
    return listen.call(this, { port: Number(first), host: '127.0.0.1' }, ...done)
  }
  return listen.apply(this, args)
}

const folder = path.resolve(process.argv[2])
const devEnv = path.join(folder, 'node_modules/@atproto/dev-env/dist/index.js')
const pdsEntry = createRequire(devEnv).resolve('@atproto/pds')
const { JWT_SECRET, TestNetwork, mockNetworkUtilities } = await import(pathToFileURL(devEnv).href)
const { PDS } = await import(pathToFileURL(pdsEntry).href)

// The last server made is the one that stays; its settings are what it is started with again.
let settings
const fromEnv = PDS.fromEnv
PDS.fromEnv = function (env) {
  settings = env
  return fromEnv.call(PDS, env)
}

const network = await TestNetwork.create({
  dbPostgresSchema: 'crieur',
  pds: { hostname: 'localhost', enableDidDocWithSession: true },
})

const commands = {
  async stop() {
    await network.pds.server.destroy()
    return 'STOPPED'
  },
  async start() {
    network.pds.server = await PDS.fromEnv(settings)
    await network.pds.server.start()
    mockNetworkUtilities(network.pds, network.bsky)
    return 'STARTED'
  },
}

const facts = { pds: network.pds.url, appview: network.bsky.url, secret: JWT_SECRET }
console.log(`READY ${JSON.stringify(facts)}`)
for await (const line of createInterface({ input: process.stdin })) {
  console.log(await commands[line.trim()]())
}
process.exit(0)
