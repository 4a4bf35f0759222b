"""Writes optimizers.json: trajectories of torch.optim in float64 (Debian's python3-torch), read by test/optimizers/goldens.test.ts.

    /usr/bin/python3 test/oracle/optimizers_goldens.py

Every optimizer gets the same 50 gradients: random, with zeros, constant, alternating, tiny and huge ones among them.
"""
import inspect
import json
import pathlib

import torch
import torch.optim.nadam as nadam

torch.set_default_dtype(torch.float64)
torch.manual_seed(7)
torch.set_num_threads(1)

STEPS, SIZE = 50, 6
SHOWN = [1, 2, 3, 5, 10, 20, 35, 50]
start = torch.randn(SIZE)
gradients = torch.randn(STEPS, SIZE)
gradients[::3, 1] = 0
gradients[:, 2] = 0.7
gradients[:, 3] = torch.tensor([1.0, -1.0]).repeat(STEPS // 2)
gradients[:, 4] *= 1e-6
gradients[:, 5] *= 1e6

# PyTorch 1.13 multiplies μ_t twice into the product of the next step; PyTorch 2 and Dozat's paper do not. Its own source is taken with that one factor out.
source = inspect.getsource(nadam._single_tensor_nadam)
assert "mu_product * mu * mu_next" in source or "mu_product * mu_next" in source
exec(source.replace("mu_product * mu * mu_next", "mu_product * mu_next"), nadam.__dict__)

O = torch.optim
CASES = [
    ("gradient-descent", "", O.SGD, {"lr": 0.03}, {"η": 0.03}),
    ("weight-decay", "", O.SGD, {"lr": 0.03, "weight_decay": 0.2}, {"η": 0.03, "λ": 0.2}),
    ("momentum", "", O.SGD, {"lr": 0.03, "momentum": 0.9}, {"η": 0.03, "μ": 0.9}),
    ("momentum", "the learning rate outside the velocity", O.SGD, {"lr": 0.03, "momentum": 0.9}, {"η": 0.03, "μ": 0.9}),
    ("nesterov", "the gradient at the iterate itself", O.SGD, {"lr": 0.03, "momentum": 0.9, "nesterov": True}, {"η": 0.03, "μ": 0.9}),
    ("adagrad", "", O.Adagrad, {"lr": 0.03, "eps": 1e-3}, {"η": 0.03, "ε": 1e-3}),
    ("adadelta", "", O.Adadelta, {"lr": 1.0, "rho": 0.9, "eps": 1e-3}, {"ρ": 0.9, "ε": 1e-3}),
    ("adadelta", "a learning rate before the step", O.Adadelta, {"lr": 0.3, "rho": 0.9, "eps": 1e-3}, {"η": 0.3, "ρ": 0.9, "ε": 1e-3}),
    ("rmsprop", "", O.RMSprop, {"lr": 0.03, "alpha": 0.9, "eps": 1e-3}, {"η": 0.03, "ρ": 0.9, "ε": 1e-3}),
    ("rmsprop", "centred, ε outside the root", O.RMSprop, {"lr": 0.03, "alpha": 0.9, "eps": 1e-3, "centered": True}, {"η": 0.03, "ρ": 0.9, "ε": 1e-3}),
    ("rmsprop", "momentum", O.RMSprop, {"lr": 0.03, "alpha": 0.9, "eps": 1e-3, "momentum": 0.8}, {"η": 0.03, "ρ": 0.9, "μ": 0.8, "ε": 1e-3}),
    ("adam", "", O.Adam, {"lr": 0.03, "betas": (0.9, 0.99), "eps": 1e-3}, {"η": 0.03, "β1": 0.9, "β2": 0.99, "ε": 1e-3}),
    ("adam", "an L₂ penalty in the gradient", O.Adam, {"lr": 0.03, "betas": (0.9, 0.99), "eps": 1e-3, "weight_decay": 0.1}, {"η": 0.03, "β1": 0.9, "β2": 0.99, "ε": 1e-3, "λ": 0.1}),
    ("amsgrad", "bias correction after the maximum", O.Adam, {"lr": 0.03, "betas": (0.9, 0.99), "eps": 1e-3, "amsgrad": True}, {"η": 0.03, "β1": 0.9, "β2": 0.99, "ε": 1e-3}),
    ("adamw", "", O.AdamW, {"lr": 0.03, "betas": (0.9, 0.99), "eps": 1e-3, "weight_decay": 0.1}, {"η": 0.03, "β1": 0.9, "β2": 0.99, "ε": 1e-3, "λ": 0.1}),
    ("adamax", "ε added to each gradient", O.Adamax, {"lr": 0.03, "betas": (0.9, 0.99), "eps": 1e-3}, {"η": 0.03, "β1": 0.9, "β2": 0.99, "ε": 1e-3}),
    ("nadam", "a schedule for the momentum", O.NAdam, {"lr": 0.03, "betas": (0.9, 0.99), "eps": 1e-3, "momentum_decay": 0.004}, {"η": 0.03, "β1": 0.9, "β2": 0.99, "ε": 1e-3, "ψ": 0.004}),
]


def trajectory(make, options):
    x = start.clone().requires_grad_()
    optimizer = make([x], **options)
    points = []
    for g in gradients:
        x.grad = g.clone()
        optimizer.step()
        points.append(x.detach().tolist())
    return [points[t - 1] for t in SHOWN]


def main():
    cases = [{"rule": rule, "variant": variant, "constants": constants, "points": trajectory(make, options)} for rule, variant, make, options, constants in CASES]
    text = {"torch": torch.__version__, "start": start.tolist(), "gradients": gradients.tolist(), "steps": SHOWN, "cases": cases}
    path = pathlib.Path(__file__).with_name("optimizers.json")
    path.write_text(json.dumps(text, ensure_ascii=False, indent=0).replace("\n", " ").replace("}, {", "},\n{") + "\n")


main()
