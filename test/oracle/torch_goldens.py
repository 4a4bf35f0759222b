"""Writes torch.json: values and gradients of PyTorch in float64 (Debian's python3-torch), read by test/tensor/goldens.test.ts.

    python3 test/oracle/torch_goldens.py

Where a value is not a scalar, the gradient is that of sum(cos(i) * value[i]).
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.manual_seed(20)
torch.set_num_threads(1)

cases = []


def record(name, function, *inputs):
    leaves = [x.detach().clone().requires_grad_() for x in inputs]
    value = function(*leaves)
    weights = torch.tensor([math.cos(i) for i in range(value.numel())]).reshape(value.shape)
    scalar = value if value.dim() == 0 else (weights * value).sum()
    gradients = torch.autograd.grad(scalar, leaves, allow_unused=True)
    cases.append({
        "name": name,
        "inputs": [entry(x) for x in inputs],
        "value": entry(value),
        "gradients": [entry(torch.zeros_like(x) if g is None else g) for x, g in zip(inputs, gradients)],
    })


def entry(x):
    return {"shape": list(x.shape), "values": x.detach().reshape(-1).tolist()}


def grid(*values):
    return torch.tensor(values)


REAL = grid(-2.3, -0.7, -0.01, 0.004, 0.6, 1.9, 3.2)
POSITIVE = grid(0.02, 0.3, 0.9, 1.7, 4.2, 11.0)
UNIT = grid(-0.93, -0.4, -0.02, 0.1, 0.55, 0.97)

for name in ["exp", "expm1", "sin", "cos", "atan", "sinh", "cosh", "tanh", "asinh", "sigmoid", "erf", "erfc", "abs", "relu"]:
    record(name, getattr(torch, name), REAL)
record("tan", torch.tan, UNIT)
record("softplus", lambda x: torch.log1p(torch.exp(x)), REAL)
for name in ["log", "sqrt", "lgamma", "digamma"]:
    record(name, getattr(torch, name), POSITIVE)
record("gamma", lambda x: torch.exp(torch.lgamma(x)), POSITIVE)
record("trigamma", lambda x: torch.polygamma(1, x), POSITIVE)
record("log1p", torch.log1p, grid(-0.9, -1e-9, 1e-12, 0.5, 7.0))
record("acosh", torch.acosh, grid(1.1, 1.8, 3.0, 20.0))
for name in ["asin", "acos", "atanh"]:
    record(name, getattr(torch, name), UNIT)
record("reciprocal", torch.reciprocal, REAL)
record("cube", lambda x: x**3, REAL)
record("pow", torch.pow, POSITIVE, REAL[:6])
record("div", torch.div, REAL, REAL.flip(0))
record("atan2", torch.atan2, REAL, REAL.flip(0))
record("maximum", torch.maximum, REAL, REAL.flip(0) * 0.5)

A = torch.randn(3, 4)
record("sum", lambda x: x.sum(0), A)
record("mean", lambda x: x.mean(1), A)
record("prod", lambda x: x.prod(1), A)
record("variance", lambda x: x.var(1, unbiased=True), A)
record("norm", lambda x: x.norm(dim=1), A)
record("max", lambda x: x.amax(1), A)
record("min", lambda x: x.amin(0), A)
record("logSumExp", lambda x: torch.logsumexp(x, 1), A)
record("softmax", lambda x: torch.softmax(x, 1), A)
record("logSoftmax", lambda x: torch.log_softmax(x, 0), 20 * A)
record("matmul", torch.matmul, A, torch.randn(4, 2))
record("bilinear", lambda x, W, y: torch.einsum("bi,ij,bj->b", x, W, y), torch.randn(5, 3), torch.randn(3, 2), torch.randn(5, 2))
record("kron", torch.kron, torch.randn(2, 2), torch.randn(2, 3))
record("trace", lambda x: torch.trace(x @ x.T), A)
record("diagonal", lambda x: torch.diagonal(x @ x.T), A)

S = torch.randn(4, 4)
S = S @ S.T + torch.eye(4)
G = torch.randn(4, 4) + 2 * torch.eye(4)
sym = lambda x: (x + x.T) / 2
record("inverse", torch.inverse, G)
record("det", torch.det, G)
record("logdet", lambda x: torch.logdet(sym(x)), S)
record("solve", torch.linalg.solve, G, torch.randn(4, 2))
record("cholesky", lambda x: torch.linalg.cholesky(sym(x)), S)
record("eigenvalues", lambda x: torch.linalg.eigvalsh(sym(x)), S)
record("eigenvectors", lambda x: torch.linalg.eigh(sym(x))[1] ** 2, S)
record("singularValues", torch.linalg.svdvals, torch.randn(4, 3))


def singular_vectors(x):
    U, _, Vh = torch.linalg.svd(x, full_matrices=False)
    return U @ Vh


record("polarFactor", singular_vectors, torch.randn(4, 3))

X, W1, b1, W2, b2 = torch.randn(5, 3), torch.randn(3, 4), torch.randn(4), torch.randn(4, 1), torch.randn(1)
labels = torch.tensor([0.0, 1, 1, 0, 1])
record("bce", lambda W, b, V, c: F.binary_cross_entropy(torch.sigmoid(torch.tanh(X @ W + b) @ V + c)[:, 0], labels), W1, b1, W2, b2)
targets = torch.tensor([2, 0, 1, 1, 3])
record("crossEntropy", lambda W, b: F.cross_entropy(X @ W + b, targets), W1, b1)
record("layerNorm", lambda x, g, b: F.layer_norm(x, (4,), g, b, 1e-5), A, torch.randn(4), torch.randn(4))
record("batchNorm", lambda x, g, b: F.batch_norm(x, None, None, g, b, True, 0.1, 1e-5), A, torch.randn(4), torch.randn(4))
Q, K, V = torch.randn(3, 4), torch.randn(5, 4), torch.randn(5, 2)
record("attention", lambda q, k, v: torch.softmax(q @ k.T / 2, -1) @ v, Q, K, V)


def lstm(x, h, c, W, U, b):
    i, f, g, o = (x @ W + h @ U + b).chunk(4)
    cell = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
    return torch.cat([torch.sigmoid(o) * torch.tanh(cell), cell])


record("lstm", lstm, torch.randn(3), torch.randn(2), torch.randn(2), torch.randn(3, 8), torch.randn(2, 8), torch.randn(8))


def gaussian_kl(m, P, n, Q):
    P, Q = sym(P), sym(Q)
    inverse, d = torch.inverse(Q), n - m
    return 0.5 * (torch.trace(inverse @ P) + d @ inverse @ d - m.numel() + torch.logdet(Q) - torch.logdet(P))


record("gaussianKl", gaussian_kl, torch.randn(4), S, torch.randn(4), S + torch.diag(torch.rand(4)))
record("hinge", lambda w: torch.relu(1 - (2 * labels - 1) * (X @ w)).mean() + 0.1 * (w @ w), torch.randn(3))
record("ridge", lambda w: ((X @ w - labels) ** 2).mean() + 0.3 * w.norm() ** 2, torch.randn(3))
record("softmaxPolicy", lambda x: (torch.softmax(x, 0) * torch.log_softmax(x, 0)).sum(), torch.randn(6))

data = {"torch": torch.__version__, "constants": {"X": entry(X), "labels": entry(labels), "targets": targets.tolist()}, "cases": cases}
path = pathlib.Path(__file__).with_name("torch.json")
path.write_text(json.dumps(data, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
print(sum(len(c["value"]["values"]) + sum(len(g["values"]) for g in c["gradients"]) for c in cases), "values in", len(cases), "cases")
