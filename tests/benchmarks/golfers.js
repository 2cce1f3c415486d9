// Runs geneticSolver.js of good-enough-golfers as often as some seconds allow, at least once, and tells the fewest repeats.
// Arguments: path, groups, size, rounds, seconds. It gets the four helpers of lodash that it uses.
const fs = require("fs")

const [path, groups, size, rounds, seconds] = [process.argv[2], ...process.argv.slice(3).map(Number)]
const helpers = {
  range: (end) => Array.from({ length: end }, (_, number) => number),
  shuffle: (list) => {
    const mixed = list.slice()
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = Math.floor(Math.random() * (last + 1))
      ;[mixed[last], mixed[other]] = [mixed[other], mixed[last]]
    }
    return mixed
  },
  sortBy: (list, key) => list.slice().sort((one, other) => key(one) - key(other)),
}
const solve = new Function("_", fs.readFileSync(path, "utf8") + "\nreturn geneticSolver")(helpers)

let best = Infinity
let runs = 0
const began = process.cpuUsage()
const passed = () => { const used = process.cpuUsage(began); return (used.user + used.system) / 1e6 }
while (runs === 0 || passed() < seconds) {
  solve(groups, size, rounds, [], [], (told) => {
    if (!told.done) return
    let repeats = 0
    told.weights.forEach((row, one) => row.forEach((times, other) => { if (one < other) repeats += Math.max(times - 1, 0) }))
    best = Math.min(best, repeats)
  })
  runs++
}
console.log(JSON.stringify({ repeats: best, runs, seconds: passed() / runs }))
