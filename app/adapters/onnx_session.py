"""How a graph runs beside a call."""

import onnxruntime


def onnx_session(graph: bytes) -> onnxruntime.InferenceSession:
    """A session that takes one processor thread of its caller, and keeps no memory for the largest input."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
