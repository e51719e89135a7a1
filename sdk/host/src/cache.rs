//! Compiled components on disk.
//!
//! A compiled component is machine code, so only what this host wrote is read
//! back: the folder is the user's own, and each file starts with a digest of
//! the rest. Any failure is a miss; a cache never makes a run fail.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};

use swv_region::Digest;
use wasmtime::Engine;
use wasmtime::component::Component;

/// A folder of compiled components, or none.
pub(crate) struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    pub(crate) fn new(folder: Option<PathBuf>) -> Cache {
        Cache { folder }
    }

    /// The compiled component of these bytes, read from the cache or made now.
    pub(crate) fn component(&self, engine: &Engine, wasm: &[u8]) -> wasmtime::Result<Component> {
        let Some(file) = self.folder.as_deref().map(|folder| folder.join(file_name(engine, wasm))) else {
            return Component::new(engine, wasm);
        };
        if let Some(component) = read(engine, &file) {
            return Ok(component);
        }
        let component = Component::new(engine, wasm)?;
        // A cache that cannot be written costs time, not correctness.
        let _ = component.serialize().map_err(|_| ()).and_then(|code| write(&file, &code).map_err(|_| ()));
        Ok(component)
    }
}

/// Names the component and the engine that compiled it.
fn file_name(engine: &Engine, wasm: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    engine.precompile_compatibility_hash().hash(&mut hasher);
    format!("{}-{:016x}.bin", Digest::of(wasm).hex(), hasher.finish())
}

fn read(engine: &Engine, file: &Path) -> Option<Component> {
    if !is_private(file.parent()?) {
        return None;
    }
    let bytes = fs::read(file).ok()?;
    let (digest, code) = bytes.split_at_checked(32)?;
    if Digest::of(code).bytes() != digest {
        return None;
    }
    // SAFETY: the bytes were written by `write` below, under a digest that has
    // just been checked, in a folder that nobody else can write.
    #[allow(unsafe_code)]
    unsafe {
        Component::deserialize(engine, code).ok()
    }
}

/// Writes to a temporary file first, so that a reader sees all or nothing.
fn write(file: &Path, code: &[u8]) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    create_private(folder)?;
    let mut temporary = tempfile::NamedTempFile::new_in(folder)?;
    temporary.write_all(Digest::of(code).bytes())?;
    temporary.write_all(code)?;
    temporary.persist(file)?;
    Ok(())
}

#[cfg(unix)]
fn create_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Whether nobody but its owner can write the folder.
#[cfg(unix)]
fn is_private(folder: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(folder).is_ok_and(|folder| folder.permissions().mode() & 0o022 == 0)
}

#[cfg(not(unix))]
fn is_private(_folder: &Path) -> bool {
    true
}

#[cfg(not(unix))]
fn create_private(folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &[u8] = b"\0asm\x0d\0\x01\0";

    fn cached_files(folder: &Path) -> Vec<PathBuf> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
    }

    #[test]
    fn a_component_is_written_once_and_read_back() {
        let folder = tempfile::tempdir().unwrap();
        let (engine, cache) = (Engine::default(), Cache::new(Some(folder.path().join("deep/er"))));
        cache.component(&engine, EMPTY).unwrap();
        let file = cached_files(&folder.path().join("deep/er")).remove(0);
        assert!(read(&engine, &file).is_some());
    }

    #[test]
    fn a_damaged_file_is_a_miss_and_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let (engine, cache) = (Engine::default(), Cache::new(Some(folder.path().to_owned())));
        cache.component(&engine, EMPTY).unwrap();
        let file = cached_files(folder.path()).remove(0);
        for damage in [&b""[..], b"short", &[0; 100]] {
            fs::write(&file, damage).unwrap();
            assert!(read(&engine, &file).is_none());
            cache.component(&engine, EMPTY).unwrap();
            assert!(read(&engine, &file).is_some());
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_others_can_write_is_not_read() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let (engine, cache) = (Engine::default(), Cache::new(Some(folder.path().to_owned())));
        cache.component(&engine, EMPTY).unwrap();
        let file = cached_files(folder.path()).remove(0);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
        assert!(read(&engine, &file).is_none());
    }

    #[test]
    fn a_folder_that_cannot_be_made_costs_nothing_but_time() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let cache = Cache::new(Some(file.path().join("below-a-file")));
        cache.component(&Engine::default(), EMPTY).unwrap();
    }
}
