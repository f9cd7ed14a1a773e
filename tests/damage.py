"""What a disk, or a program that was cut, may make of a file that is kept from one run to the next."""

import re
from collections.abc import Callable, Mapping

DAMAGES: Mapping[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "cut short by a byte": lambda data: data[:-1],
    "twice": lambda data: data + data,
    "no UTF-8": lambda data: b"\xff\xfe" + data,
    "half a letter": lambda data: data + "é".encode()[:1],
    "nothing but zeros": lambda data: bytes(len(data)),
    "one bit": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "lists in lists": lambda _: b"[" * 200_000,
    "objects in objects": lambda _: b'{"a":' * 200_000,
    "a huge number": lambda data: re.sub(rb"\d+", b"9" * 5_000, data),
    "a large number": lambda data: re.sub(rb"\d+", b"9" * 18, data),
    "a number that is none": lambda data: re.sub(rb"\d+", b"NaN", data),
    "a number without end": lambda data: re.sub(rb"\d+", b"1e999", data),
    "less than nothing": lambda data: re.sub(rb"\d+", b"-1", data),
    "no texts": lambda data: re.sub(rb'"[^"]*"', b"null", data),
    "texts of half a letter": lambda data: re.sub(rb'(?<=[\[,:])"[^"]*"', b'"\\\\ud800"', data),
    "no lists": lambda data: re.sub(rb"\[[^\[\]]*\]", b"{}", data),
    "no objects": lambda data: re.sub(rb"\{[^{}]*\}", b"[]", data),
    "another thing": lambda _: b"42",
}
