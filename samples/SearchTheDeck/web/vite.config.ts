import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // `npm run dev` serves the page and leaves the API to the application.
  server: { proxy: { '/search': 'http://localhost:5000', '/slides': 'http://localhost:5000', '/decks': 'http://localhost:5000' } },
});
