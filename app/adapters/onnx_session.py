"""How a graph runs beside a call."""

import onnxruntime


def onnx_session(graph: bytes, *, threads: int = 1) -> onnxruntime.InferenceSession:
    """A session that takes so many processor threads, its caller's among them; it keeps no memory beyond a run.

    Threads that have nothing to do sleep.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
