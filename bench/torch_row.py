"""The PyTorch and SymPy rows of the bench: reads the tasks' data as JSON from standard input, prints times as JSON."""
import json
import sys
import time

import torch

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def milliseconds(work, rounds=7, seconds=0.06, warm=0.6):
    start, calls = time.perf_counter(), 0
    while time.perf_counter() < start + warm or calls < 3:
        work()
        calls += 1
    per_round, times = max(1, round(calls * seconds / warm)), []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(per_round):
            work()
        times.append((time.perf_counter() - start) / per_round)
    return 1000 * min(times)


def network(data):
    n, d, h, o = (data[k] for k in "ndho")
    X, y = torch.tensor(data["X"], dtype=torch.float64).reshape(n, d), torch.tensor(data["y"], dtype=torch.float64).reshape(n, o)
    leaves = [torch.tensor(data[k]).reshape(s).requires_grad_() for k, s in [("W1", (d, h)), ("b1", (h,)), ("W2", (h, o)), ("b2", (o,))]]

    def work():
        W1, b1, W2, b2 = leaves
        Z = torch.sigmoid(X @ W1 + b1) @ W2 + b2
        if o == 1:
            loss = torch.nn.functional.binary_cross_entropy_with_logits(Z, y)
        else:
            loss = -(y * torch.log_softmax(Z, 1)).sum() / n
        return loss, torch.autograd.grad(loss, leaves)

    return work


def neuron(data):
    X, y = torch.tensor(data["X"], dtype=torch.float64).reshape(8, 3), torch.tensor(data["y"], dtype=torch.float64)
    w, b = torch.tensor(data["w"]).reshape(32, 3), torch.tensor(data["b"])

    def work():
        ws, bs = w.clone().requires_grad_(), b.clone().requires_grad_()
        p = torch.sigmoid(ws @ X.T + bs[:, None])
        E = -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).sum()
        dw, db = torch.autograd.grad(E, [ws, bs])
        with torch.no_grad():
            miss = p - y
            return max(float(((dw - miss @ X).abs() / (miss @ X).abs().clamp(min=1)).max()), float((db - miss.sum(1)).abs().max()))

    return work


def symbolic(data):
    import numpy
    import sympy as sp

    w, b = sp.symbols("w0:3"), sp.Symbol("b")
    X, y = numpy.array(data["X"]).reshape(8, 3), data["y"]
    points = [numpy.array(data["w"]).reshape(32, 3)[:, j] for j in range(3)] + [numpy.array(data["b"])]

    def build():
        p = [1 / (1 + sp.exp(-(sum(X[i, j] * w[j] for j in range(3)) + b))) for i in range(8)]
        E = -sum(sp.log(p[i]) if y[i] else sp.log(1 - p[i]) for i in range(8))
        claims = [sum((p[i] - y[i]) * X[i, j] for i in range(8)) for j in range(3)] + [sum(p[i] - y[i] for i in range(8))]
        return sp.lambdify([*w, b], [sp.diff(E, v) for v in (*w, b)]), sp.lambdify([*w, b], claims)

    def check(pair):
        return max(float(numpy.max(numpy.abs(s - c) / numpy.maximum(1, numpy.abs(c)))) for s, c in zip(pair[0](*points), pair[1](*points)))

    kept = build()
    return lambda: check(kept), lambda: check(build())


data = json.load(sys.stdin)
rows = [{"name": f"PyTorch {torch.__version__} float64, one core"}]
for size in "SML":
    rows[0][size] = {"ms": milliseconds(network(data[size]))}
rows[0]["full"] = {"ms": milliseconds(neuron(data["neuron"])), "error": neuron(data["neuron"])()}
try:
    import sympy
    built, full = symbolic(data["neuron"])
    rows.append({"name": f"SymPy {sympy.__version__}", "built": {"ms": milliseconds(built), "error": built()}, "full": {"ms": milliseconds(full)}})
except ImportError:
    pass
print(json.dumps(rows))
