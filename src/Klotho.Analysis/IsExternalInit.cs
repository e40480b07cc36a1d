#if NETSTANDARD2_0
namespace System.Runtime.CompilerServices;

/// <summary>What the compiler needs to allow <c>init</c> and records on netstandard2.0.</summary>
internal static class IsExternalInit;
#endif
