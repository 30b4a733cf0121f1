<?php
// Files are served as they are; everything else is WordPress, under the strictest policy that its themes can live with:
// they have styles and scripts within the page.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && is_file($_SERVER['DOCUMENT_ROOT'] . $path)) {
    return false;
}
header("Content-Security-Policy: default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "
    . "connect-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:");
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
