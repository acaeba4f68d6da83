"""How graphs run: what their sessions keep."""

import sys

import numpy as np
import onnx
from onnx.helper import make_graph, make_model, make_node, make_opsetid, make_tensor_value_info

from app.adapters.onnx_session import onnx_session


def doubling() -> bytes:
    given, doubled = (make_tensor_value_info(name, onnx.TensorProto.FLOAT, ["count"]) for name in ("given", "doubled"))
    graph = make_graph([make_node("Add", ["given", "given"], ["doubled"])], "doubling", [given], [doubled])
    data: bytes = make_model(graph, opset_imports=[make_opsetid("", 18)], ir_version=9).SerializeToString()
    return data


def test_a_session_runs_without_holding_on_to_its_graph() -> None:
    graph = doubling()
    before = sys.getrefcount(graph)
    session = onnx_session(graph)
    assert sys.getrefcount(graph) == before
    [doubled] = session.run(None, {"given": np.array([1, 2], np.float32)})
    assert np.asarray(doubled).tolist() == [2, 4]
